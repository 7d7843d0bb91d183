/// A place in a template: file, line and column, both counted from one as editors do.
package struct SourceMark: Sendable, Hashable, CustomStringConvertible {
    /// The file's name as the user gave it.
    package let file: String
    /// Line, from 1.
    package let line: Int
    /// Column, from 1.
    package let column: Int

    /// Names a place.
    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    package var description: String { "\(file):\(line):\(column)" }
}

extension SourceMark: Comparable {
    package static func < (left: SourceMark, right: SourceMark) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
