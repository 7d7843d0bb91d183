/// A function as a caller names it: by name, by `account:function:name` or by ARN, with or without a version.
struct FunctionReference: Hashable {
    let name: String
    let qualifier: String?

    init(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let rest =
            if let index = parts.firstIndex(of: "function") { Array(parts[(index + 1)...]) } else { parts }
        name = rest.first ?? ""
        qualifier = rest.count > 1 ? rest[1] : nil
    }
}
