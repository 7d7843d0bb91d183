/// By what, and which way, lists of secrets are sorted.
struct SecretOrder: Sendable {
    /// The member of `ListSecrets` of that name; by the date of creation without one.
    var sortBy: String?
    /// `desc` for the greatest first; else the smallest comes first.
    var sortOrder: String?

    /// The secrets in that order; those that are equal stay as they were.
    func sorted(_ secrets: [Secret]) -> [Secret] {
        let ascending: [Secret] =
            switch sortBy {
            case "name": secrets.sorted { $0.name < $1.name }
            case "last-changed-date": secrets.sorted { $0.changedAt < $1.changedAt }
            default: secrets.sorted { $0.createdAt < $1.createdAt }
            }
        return sortOrder == "desc" ? ascending.reversed() : ascending
    }
}
