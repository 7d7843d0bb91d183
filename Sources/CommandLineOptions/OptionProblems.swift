/// What is wrong with the values of an option.
package struct OptionProblems: Error, Equatable {
    /// A sentence each.
    package let texts: [String]

    /// Problems, of which there is one at least.
    package init(_ texts: [String]) {
        self.texts = texts
    }
}
