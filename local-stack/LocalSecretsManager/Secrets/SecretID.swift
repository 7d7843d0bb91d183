import LocalServiceKit

/// How a request names a secret: by its name, its ARN, or its ARN without the hyphen and six characters at the end.
struct SecretID: Decodable, Sendable {
    let text: String
    /// What follows the name `secret` in an ARN; nil for a mere name.
    let arnName: String?
    /// Where the ARN says that the secret is.
    let arnLocation: Location?

    /// Reads the text; one that begins like an ARN and is none names no secret.
    init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
        if let arn = ARN(text), arn.service == "secretsmanager", arn.resource.hasPrefix("secret:") {
            arnName = String(arn.resource.dropFirst("secret:".count))
            arnLocation = arn.location
        } else {
            (arnName, arnLocation) = (nil, nil)
        }
    }

    /// The name as the request has it, for secrets that there are not.
    var name: String { arnName ?? text }
}
