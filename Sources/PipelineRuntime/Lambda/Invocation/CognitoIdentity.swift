/// The Amazon Cognito identity that invoked a function.
package struct CognitoIdentity: Sendable, Hashable, Decodable {
    /// The identity.
    let identityID: String
    /// The pool that knows it.
    let identityPoolID: String

    enum CodingKeys: String, CodingKey {
        case identityID = "cognitoIdentityId"
        case identityPoolID = "cognitoIdentityPoolId"
    }
}
