/// The keys at hand, fetched when there are none and again before they expire.
final class CredentialCache {
    private let source: AWSCredentialSource
    private let transport: any HTTPTransport
    private let tokenServiceURL: String
    private let clock: any WallClock
    private var kept: AWSCredentials?

    /// How long before their end keys are fetched anew.
    private static let margin = Duration.seconds(300)

    /// Makes a cache; nothing is fetched yet.
    init(_ configuration: AWSConfiguration, transport: any HTTPTransport, clock: any WallClock) {
        source = configuration.credentialSource
        self.transport = transport
        tokenServiceURL = configuration.endpoints.baseURL(of: .sts)
        self.clock = clock
    }

    /// Keys that are valid now.
    ///
    /// When they cannot be fetched anew, those at hand serve until their end.
    func credentials(before deadline: Deadline) throws(AWSError) -> AWSCredentials {
        if let kept, isValid(kept, for: Self.margin) { return kept }
        do throws(AWSError) {
            let fresh = try load(before: deadline)
            kept = fresh
            return fresh
        } catch {
            guard let kept, isValid(kept, for: .zero) else { throw error }
            return kept
        }
    }

    /// Forgets keys that a service called expired.
    ///
    /// - Returns: Whether others can be fetched at all.
    func renew() -> Bool {
        if case .fixed = source { return false }
        kept = nil
        return true
    }

    private func isValid(_ credentials: AWSCredentials, for time: Duration) -> Bool {
        credentials.expiration.map { clock.now.advanced(by: time) < $0 } ?? true
    }

    private func load(before deadline: Deadline) throws(AWSError) -> AWSCredentials {
        let exchange = CredentialExchange(
            transport: transport,
            tokenServiceURL: tokenServiceURL,
            deadline: deadline
        )
        return switch source {
        case .fixed(let credentials): credentials
        case .webIdentity(let identity): try identity.load(exchange)
        case .container(let service): try service.load(exchange)
        case .instanceRole(let service): try service.load(exchange)
        }
    }
}
