// SPDX-License-Identifier: Apache-2.0
// Amplify's own functions, configured as an app that has moved to Keycloak configures it.
import { Amplify } from 'aws-amplify';
import * as auth from 'aws-amplify/auth';
import { serve } from './calls.mjs';

function configure({ endpoint, clientId, token }) {
  Amplify.configure(
    { Auth: { Cognito: { userPoolId: 'local_demo', userPoolClientId: clientId, userPoolEndpoint: endpoint } } },
    { Auth: { tokenProvider: { async getTokens() {
      return token ? { accessToken: auth.decodeJWT(token) } : null;
    } } } },
  );
}

await serve({ ...auth, configure });
