import Foundation

/// One case of AWS's signing test suite, for those who sign and those who verify; the two share no other code.
package struct SigningVector: Decodable, Sendable, CustomStringConvertible {
    /// What the request has to be signed with.
    package struct Expectation: Decodable, Sendable {
        package let canonicalRequest: String
        package let stringToSign: String
        package let signature: String
        package let authorization: String?
    }

    package let name: String
    package let method: String
    package let target: String
    package let headers: [[String]]
    package let body: String
    package let normalizesPath: Bool
    package let signsBody: Bool
    package let expirationInSeconds: Int
    package let sessionToken: String?
    /// Where the signature is in the header section.
    package let header: Expectation
    /// Where the signature is in the query.
    package let query: Expectation

    /// The name.
    package var description: String { name }

    /// The secret of all cases.
    package static let secretAccessKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"

    /// All cases, of which there are 38.
    package static let all: [SigningVector] = {
        struct Table: Decodable {
            let vectors: [SigningVector]
        }
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "signing-vectors.json"
        )
        do {
            let vectors = try JSONDecoder().decode(Table.self, from: Data(contentsOf: file)).vectors
            precondition(vectors.count == 38, "the suite is not complete")
            return vectors
        } catch {
            fatalError("\(file.path): \(error)")
        }
    }()
}
