import PipelineRuntime
import PipelineStage
import StageContracts

/// Calls the owner's endpoint when a request has ended (Standard Webhooks 1.0.0).
struct WebhookSender {
    let transport: any HTTPTransport
    let keyring: WebhookKeyring
    let addresses: HTTPAddressPolicy
    let clock: any WallClock

    /// The longest time that an endpoint may take to answer.
    private static let timeout = Duration.seconds(20)

    /// Sends a callback once; to an address that is refused as it is written, or without a key to sign with, not at all.
    ///
    /// - Parameters:
    ///   - callback: What is told.
    ///   - address: The endpoint.
    ///   - previous: What is known of the last attempt.
    ///   - job: The job, by whose deadline it must have answered.
    /// - Returns: What became of it; without a key at the moment to sign with it is to be sent again.
    func send(
        _ callback: Callback,
        to address: WebAddress,
        after previous: Notification?,
        for job: Job
    ) -> Notification {
        if let refusal = addresses.refusal(of: address.text) {
            return unsent(previous, refusal.kind.rawValue)
        }
        let secrets: [WebhookSecret]
        do {
            secrets = try keyring.secrets(in: job.services.secrets)
        } catch {
            job.log.error("no webhook can be signed", ["detail": .string(error.detail)])
            return notification(.retrying, previous, "unreadable_secrets")
        }
        guard !secrets.isEmpty else { return unsent(previous, "no_secret") }
        do {
            let request = self.request(callback, to: address, signedWith: secrets, until: job.deadline)
            let response = try transport.send(request)
            return notification(for: response, previous)
        } catch {
            return notification(error.kind.canPass ? .retrying : .failed, previous, error.kind.rawValue)
        }
    }

    private func request(
        _ callback: Callback,
        to address: WebAddress,
        signedWith secrets: [WebhookSecret],
        until deadline: Deadline
    ) -> HTTPRequest {
        let body = callback.encodedJSON
        let id = callback.messageID
        let timestamp = Timestamp(clock.now).milliseconds / 1000
        let signatures = secrets.map { $0.signature(of: body, id: id, timestamp: timestamp) }
        return HTTPRequest(
            "POST",
            address.text,
            headers: [
                "Content-Type": "application/json", "User-Agent": HTTPRequest.userAgent,
                "webhook-id": id, "webhook-timestamp": String(timestamp),
                "webhook-signature": signatures.joined(separator: " "),
            ],
            body: .bytes(body),
            timeout: min(Self.timeout, deadline.remaining() ?? Self.timeout),
            // The status alone says whether it was taken (Standard Webhooks 1.0.0, "Delivery success and failure").
            reading: .none,
            addressPolicy: addresses
        )
    }

    /// A failure that is no attempt.
    private func unsent(_ previous: Notification?, _ detail: String) -> Notification {
        Notification(
            channel: .webhook,
            status: .failed,
            at: Timestamp(clock.now),
            detail: detail,
            attempts: previous?.attempts
        )
    }

    private func notification(for response: HTTPResponse, _ previous: Notification?) -> Notification {
        switch response.status {
        case 200..<300: notification(.sent, previous, nil)
        // The endpoint says that it wants no more of these.
        case 410: notification(.failed, previous, "gone")
        default:
            notification(
                .retrying,
                previous,
                "status_\(response.status)",
                wish: response.retryAfter(at: clock.now)
            )
        }
    }

    /// An attempt; the last one that may be made is a failure for good.
    private func notification(
        _ status: NotificationStatus,
        _ previous: Notification?,
        _ detail: String?,
        wish: Duration? = nil
    ) -> Notification {
        let count = (previous?.attempts ?? 0) + 1
        let now = Timestamp(clock.now)
        let isTriedAgain = status == .retrying
        let pause = isTriedAgain ? WebhookSchedule.pause(afterAttempt: count, wish: wish) : nil
        return Notification(
            channel: .webhook,
            status: isTriedAgain && pause == nil ? .failed : status,
            at: now,
            detail: detail,
            attempts: count,
            nextAttemptAt: pause.map { now.advanced(by: $0) }
        )
    }
}

extension Callback {
    /// The id by which a receiver knows the message again; of the event's, which has full stops, it has only the digest.
    fileprivate var messageID: String {
        "msg_\(SHA256.digest(of: data.eventID.utf8).hexadecimal.prefix(32))"
    }
}

extension HTTPError.Kind {
    /// Whether a later attempt may succeed: an endpoint that is down, or whose certificate has expired, is mended
    /// within the hours of the schedule; an address that may not be called stays one.
    fileprivate var canPass: Bool {
        switch self {
        case .invalidURL, .invalidHeader, .forbiddenAddress: false
        default: true
        }
    }
}
