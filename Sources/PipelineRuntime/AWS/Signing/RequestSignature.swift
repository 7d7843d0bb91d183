/// A signature with the two texts from which it was made, for tests and for comparing with what AWS answers.
struct RequestSignature: Sendable {
    /// The canonical request.
    let canonicalRequest: String
    /// The string to sign.
    let stringToSign: String
    /// The signature in hexadecimal.
    let signature: String
    /// The names of the signed fields.
    let signedNames: String
}
