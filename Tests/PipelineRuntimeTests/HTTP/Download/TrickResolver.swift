import PipelineRuntime

/// Answers look-ups from a list; a name may answer differently every time.
final class TrickResolver: HostResolver {
    private var answers: [String: [[String]]]
    /// The names that were asked for.
    private(set) var names: [String] = []

    /// Takes, by name, what each look-up answers; the last answer stays.
    init(_ answers: [String: [[String]]]) { self.answers = answers }

    func addresses(of host: String, within limit: Duration) throws(HTTPError) -> [IPAddress] {
        names.append(host)
        guard let list = answers[host], let next = list.first else {
            throw HTTPError(.unknownHost, "\(host) is not known")
        }
        if list.count > 1 { answers[host] = Array(list.dropFirst()) }
        return next.compactMap(IPAddress.init)
    }
}
