/// A signed request of the Amazon S3 API reference, for those who sign and those who verify; the two share no other code.
///
/// From "Signature calculations for the authorization header" and "Authenticating requests: using query parameters".
package struct S3SigningExample: Sendable, CustomStringConvertible {
    package let method: String
    /// The path and the query of the request's line.
    package let target: String
    /// What is signed besides the host, the time and the body's digest.
    package var headers: [String: String] = [:]
    package var body = ""
    /// The SHA-256 of the body.
    package var digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    package let signature: String

    /// The request's line.
    package var description: String { "\(method) \(target)" }

    package static let accessKeyID = "AKIAIOSFODNN7EXAMPLE"
    package static let secretAccessKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    package static let host = "examplebucket.s3.amazonaws.com"
    /// When all of them are signed, as the header `x-amz-date` has it and in milliseconds since 1970.
    package static let time = (basic: "20130524T000000Z", millisecondsSince1970: Int64(1_369_353_600_000))

    /// The requests that are signed in their header section.
    package static let all = [
        S3SigningExample(
            method: "GET",
            target: "/test.txt",
            headers: ["Range": "bytes=0-9"],
            signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
        ),
        S3SigningExample(
            method: "PUT",
            target: "/test%24file.text",
            headers: ["Date": "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY"],
            body: "Welcome to Amazon S3.",
            digest: "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
            signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
        ),
        S3SigningExample(
            method: "GET",
            target: "/?lifecycle",
            signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"
        ),
        S3SigningExample(
            method: "GET",
            target: "/?max-keys=2&prefix=J",
            signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
        ),
    ]

    /// The query of the link to `/test.txt` that is printed.
    package static let linkQuery =
        "X-Amz-Algorithm=AWS4-HMAC-SHA256"
        + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
        + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
        + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"
}
