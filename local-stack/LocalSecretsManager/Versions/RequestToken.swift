import FoundationEssentials
import LocalServiceKit

/// The id that a client gives the version it makes, so that the same request twice makes one version.
struct RequestToken: Sendable {
    let text: String

    /// The token of a request, or a new one; throws where it is shorter or longer than AWS takes it.
    init(_ text: String?) throws(ServiceError) {
        let text = text ?? UUID.new
        guard (32...64).contains(text.utf8.count) else {
            throw .invalidParameter("ClientRequestToken must be 32-64 characters long.")
        }
        self.text = text
    }
}
