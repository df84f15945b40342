// SPDX-License-Identifier: Apache-2.0
// Calls come as lines of JSON on the standard input; each is answered with a line: what was returned, or thrown.
import { createInterface } from 'node:readline';

export async function serve(functions, describe = ({ name, message }) => ({ name, message })) {
  for await (const line of createInterface({ input: process.stdin })) {
    const call = JSON.parse(line);
    let result;
    try {
      result = { returned: (await functions[call.function](call.input)) ?? null };
    } catch (error) {
      result = { thrown: describe(error) };
    }
    process.stdout.write(`${JSON.stringify(result)}\n`);
  }
}
