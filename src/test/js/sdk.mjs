// SPDX-License-Identifier: Apache-2.0
// The AWS SDK's commands; an error tells of which exported class it is, and what the SDK read from the answer's headers.
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { serve } from './calls.mjs';

const describe = (error) => ({
  name: error.name,
  message: error.message,
  typed: typeof sdk[error.name] === 'function' && error instanceof sdk[error.name],
  metadata: error.$metadata,
});

async function send({ endpoint, command, input }) {
  const client = new sdk.CognitoIdentityProviderClient({ endpoint, region: 'eu-central-1' });
  const { $metadata, ...output } = await client.send(new sdk[`${command}Command`](input));
  return { output, metadata: $metadata };
}

await serve({ send }, describe);
