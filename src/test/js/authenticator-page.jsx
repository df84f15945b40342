// SPDX-License-Identifier: Apache-2.0
// Amplify UI's own screens, as they come. The address' query names the realm and the client.
import { Authenticator } from '@aws-amplify/ui-react';
import { Amplify } from 'aws-amplify';
import { createRoot } from 'react-dom/client';

const query = new URLSearchParams(location.search);

Amplify.configure({ Auth: { Cognito: {
  userPoolId: 'local_demo',
  userPoolClientId: query.get('client'),
  userPoolEndpoint: `${query.get('realm')}/cognito/`,
} } });

createRoot(document.getElementById('root')).render(<Authenticator />);
