import LocalServiceKit

/// AWS Security Token Service, as far as clients ask it who they are.
enum STS {
    /// All actions; the next one is a file and a line here.
    static let actions = ActionTable([GetCallerIdentity()])

    /// How its messages are written.
    static let layout = QueryLayout(
        version: "2011-06-15",
        namespace: "https://sts.amazonaws.com/doc/2011-06-15/",
        maps: [],
        shape: StructuredShape(),
        refuse: ServiceError.malformed
    )
}
