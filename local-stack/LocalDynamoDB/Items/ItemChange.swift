/// What a write made of an item.
struct ItemChange: Sendable {
    /// The item before; nil where there was none, or nobody wants to know.
    let old: Item?
    /// The item after; nil where there is none.
    let new: Item?

    /// The attributes that the answer carries; nil where it carries none.
    func attributes(_ wanted: ReturnValues?, of update: UpdateExpression? = nil) -> Item? {
        let paths = update?.paths ?? []
        let attributes: Item? =
            switch wanted ?? .none {
            case .none: nil
            case .allOld: old
            case .allNew: new
            case .updatedOld: old?.projected(to: paths)
            case .updatedNew: new?.projected(to: paths)
            }
        return attributes.flatMap { $0.isEmpty ? nil : $0 }
    }
}
