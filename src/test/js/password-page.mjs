// SPDX-License-Identifier: Apache-2.0
// An app's page around the functions of Amplify's guide ("Manage passwords", JavaScript), which are left as they are
// but for where they write. The address' query names the realm and the client.
import { Amplify } from 'aws-amplify';
import { confirmResetPassword, decodeJWT, resetPassword, updatePassword } from 'aws-amplify/auth';

async function handleResetPassword(username) {
  try {
    const output = await resetPassword({ username });
    handleResetPasswordNextSteps(output);
  } catch (error) {
    say(`${error.name}: ${error.message}`);
  }
}

function handleResetPasswordNextSteps(output) {
  const { nextStep } = output;
  switch (nextStep.resetPasswordStep) {
    case 'CONFIRM_RESET_PASSWORD_WITH_CODE':
      const codeDeliveryDetails = nextStep.codeDeliveryDetails;
      say(`Confirmation code was sent to ${codeDeliveryDetails.deliveryMedium} ${codeDeliveryDetails.destination}`);
      break;
    case 'DONE':
      say('Successfully reset password.');
      break;
  }
}

async function handleConfirmResetPassword({ username, confirmationCode, newPassword }) {
  try {
    await confirmResetPassword({ username, confirmationCode, newPassword });
    say('Password was reset.');
  } catch (error) {
    say(`${error.name}: ${error.message}`);
  }
}

async function handleUpdatePassword({ oldPassword, newPassword }) {
  try {
    await updatePassword({ oldPassword, newPassword });
    say('Password was updated.');
  } catch (error) {
    say(`${error.name}: ${error.message}`);
  }
}

const query = new URLSearchParams(location.search);
let accessToken = null;

// An app would have keycloak-js or oidc-client-ts do this.
async function signIn({ username, password }) {
  const body = new URLSearchParams({ grant_type: 'password', client_id: query.get('client'), username, password });
  const answer = await fetch(`${query.get('realm')}/protocol/openid-connect/token`, { method: 'POST', body });
  accessToken = (await answer.json()).access_token ?? null;
  say(accessToken ? `Signed in as ${username}` : 'Not signed in');
}

Amplify.configure(
  { Auth: { Cognito: {
    userPoolId: 'local_demo',
    userPoolClientId: query.get('client'),
    userPoolEndpoint: `${query.get('realm')}/cognito/`,
  } } },
  { Auth: { tokenProvider: { async getTokens() {
    return accessToken ? { accessToken: decodeJWT(accessToken) } : null;
  } } } },
);

function say(text) {
  document.querySelector('output').textContent = text;
}

function form(name, fields, submit) {
  const inputs = fields.map((field) => `<label>${field} <input name="${field}"></label>`).join(' ');
  const element = document.createElement('form');
  element.ariaLabel = name;
  element.innerHTML = `${inputs} <button>${name}</button>`;
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    say('…');
    submit(Object.fromEntries(new FormData(element)));
  });
  document.getElementById('root').append(element);
}

document.getElementById('root').innerHTML = '<output></output>';
form('Sign in', ['username', 'password'], signIn);
form('Reset', ['username'], ({ username }) => handleResetPassword(username));
form('Confirm', ['username', 'confirmationCode', 'newPassword'], handleConfirmResetPassword);
form('Update', ['oldPassword', 'newPassword'], handleUpdatePassword);
