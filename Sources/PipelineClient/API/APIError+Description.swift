extension APIError: CustomStringConvertible {
    /// What happened, in a line.
    package var description: String {
        switch self {
        case .unreachable(let url, let reason): "\(url) cannot be reached: \(reason)"
        case .notThisAPI(let url, let status): "\(url) answered \(status), and not as this API does"
        case .refused(let refusal): refusal.description
        case .tooLarge(let path, _): "\(path) is too large for the API, which takes at most 10 MB"
        case .file(let path, let reason): "\(path): \(reason)"
        case .link(let path, let status): "\(path): its link answered \(status); it may have expired"
        }
    }
}

extension APIRefusal: CustomStringConvertible {
    /// The title, and the detail where it says more than the list of problems.
    package var description: String {
        problems.isEmpty ? [title, detail].compactMap(\.self).joined(separator: ": ") : title
    }
}
