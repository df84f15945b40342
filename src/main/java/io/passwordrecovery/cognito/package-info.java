// SPDX-License-Identifier: Apache-2.0
/**
 * Amazon Cognito's wire, {@code /realms/{realm}/cognito}, for unmodified Amplify and AWS SDKs: AWS JSON 1.1, the three
 * password operations of {@code AWSCognitoIdentityProviderService}.
 */
@NullMarked
package io.passwordrecovery.cognito;

import org.jspecify.annotations.NullMarked;
