/// One mail of the local outbox, as much of it as a recipient sees.
struct Mail: Decodable {
    struct Destination: Decodable {
        let toAddresses: [String]

        enum CodingKeys: String, CodingKey {
            case toAddresses = "ToAddresses"
        }
    }

    struct Body: Decodable {
        let textPart: String?
        let htmlPart: String?

        enum CodingKeys: String, CodingKey {
            case textPart = "text_part"
            case htmlPart = "html_part"
        }
    }

    let source: String
    let destination: Destination
    let subject: String?
    let body: Body?

    enum CodingKeys: String, CodingKey {
        case source = "Source"
        case destination = "Destination"
        case subject = "Subject"
        case body = "Body"
    }

    /// Whether the mail speaks of that request.
    func mentions(_ requestID: String) -> Bool {
        [subject, body?.textPart].contains { $0?.contains(requestID) == true }
    }
}

/// The answer of `GET /_aws/ses`.
struct Outbox: Decodable {
    let messages: [Mail]
}
