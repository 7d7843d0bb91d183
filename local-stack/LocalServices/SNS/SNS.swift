/// Amazon Simple Notification Service.
package enum SNS {
    /// All actions; the next one is a file and a line here.
    static let actions = ActionTable([])

    /// How its messages are written.
    static let layout = QueryLayout(
        version: "2010-03-31",
        namespace: "http://sns.amazonaws.com/doc/2010-03-31/",
        maps: ["Attributes"],
        isFlattened: false,
        refuse: ServiceError.malformed
    )
}
