import FoundationEssentials
import PipelineRuntime

/// The body of a refusal, `application/problem+json`.
struct ProblemDocument: Decodable {
    let title: String?
    let code: String?
    let detail: String?
    let errors: [APIRefusal.Problem]?
}

extension APIRefusal {
    /// Reads a refusal; nil unless it is problem JSON, which this API always writes.
    init?(_ response: HTTPResponse) {
        guard let document = try? JSONDecoder().decode(ProblemDocument.self, from: Data(response.body)),
            let title = document.title
        else { return nil }
        self.init(
            status: response.status,
            code: document.code,
            title: title,
            detail: document.detail,
            problems: document.errors ?? []
        )
    }
}
