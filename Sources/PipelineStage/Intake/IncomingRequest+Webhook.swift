import PipelineRuntime
import StageContracts

extension IncomingRequest {
    /// The request, refused where its webhook's address shows by itself that it will never be called.
    ///
    /// What a host's name leads to is seen when the webhook is called, and no sooner: it may change until then.
    ///
    /// - Parameter policy: Where webhooks may go.
    /// - Returns: The request as it was, or one with this problem beside its others.
    func guarded(by policy: HTTPAddressPolicy) -> IncomingRequest {
        guard let webhook = contact.webhook, let problem = Problem(policy.refusal(of: webhook.text)) else {
            return self
        }
        var problems: [Problem] = []
        if case .failure(let invalid) = content { problems = invalid.problems }
        let refused = InvalidRequest(problems: problems + [problem])
        return IncomingRequest(id: id, submission: submission, text: text, content: .failure(refused))
    }

    private var contact: RequestContact {
        switch content {
        case .success(let request): RequestContact(request)
        case .failure: RequestContact(salvaging: Array(text.utf8))
        }
    }
}

extension Problem {
    /// What the guard of outgoing requests says about a webhook's address.
    fileprivate init?(_ refusal: HTTPError?) {
        let place = JSONPointer.root.appending("notify").appending("webhook")
        switch refusal?.kind {
        case nil: return nil
        case .forbiddenAddress: self.init(place, .forbiddenAddress, "must lead to a public address")
        default: self.init(place, .invalidURL, "must have a plain host and port 80, 443 or one from 1024 up")
        }
    }
}
