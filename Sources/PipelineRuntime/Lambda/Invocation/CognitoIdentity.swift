/// The Amazon Cognito identity that invoked a function.
package struct CognitoIdentity: Sendable, Hashable, Decodable {
    /// The identity.
    package let identityID: String
    /// The pool that knows it.
    package let identityPoolID: String

    enum CodingKeys: String, CodingKey {
        case identityID = "cognitoIdentityId"
        case identityPoolID = "cognitoIdentityPoolId"
    }
}
