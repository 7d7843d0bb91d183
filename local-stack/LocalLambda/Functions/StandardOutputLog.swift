import Glibc

/// Prints functions' lines to standard output.
///
/// A line that is a JSON object is printed as it is, so that the stream can be read by machines (such records name their
/// function themselves); any other gets the function's name in front.
package struct StandardOutputLog: FunctionLog {
    /// A log to standard output.
    package init() {}

    /// Prints one line with a single write, so that lines never mix.
    package func write(_ line: [UInt8], function: String) {
        let output = Self.format(line, function: function)
        _ = output.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }

    static func format(_ line: [UInt8], function: String) -> [UInt8] {
        let isRecord = line.first == UInt8(ascii: "{") && line.last == UInt8(ascii: "}")
        return (isRecord ? [] : Array("\(function) | ".utf8)) + line + [UInt8(ascii: "\n")]
    }
}
