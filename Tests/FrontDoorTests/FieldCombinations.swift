import Testing

@testable import StageContracts

/// An object of a request whose fields hang on each other: every choice of them.
struct FieldCombinations: Sendable, CustomTestStringConvertible {
    let name: String
    /// What stands in the object in any case.
    let frame: String
    /// What may stand there or not, with its values.
    let fields: [(name: String, values: [String])]
    /// The request around the object.
    let request: @Sendable (String) -> String

    var testDescription: String { name }

    /// Every request, as JSON.
    var requests: [String] {
        let choices = fields.reduce([[String]]()) { choices, field in
            let written = field.values.map { "\"\(field.name)\":\($0)" }
            let before = choices.isEmpty ? [[]] : choices
            return before + before.flatMap { choice in written.map { choice + [$0] } }
        }
        return choices.map {
            request("{" + ((frame.isEmpty ? [] : [frame]) + $0).joined(separator: ",") + "}")
        }
    }

    /// Renditions, and the operations whose fields depend on each other.
    static let all: [FieldCombinations] = [
        FieldCombinations(
            name: "sizes of renditions",
            frame: #""name":"a""#,
            fields: [("width", ["1"]), ("height", ["1"]), fits],
            request: rendition
        ),
        FieldCombinations(
            name: "options of formats",
            frame: #""name":"a""#,
            fields: [
                ("format", [#""jpeg""#, #""png""#, #""webp""#, #""preserve""#]), ("quality", ["80"]),
                ("maximumBytes", ["9999"]), ("chroma", [#""4:2:0""#]), ("progressive", ["true"]),
                ("optimize", ["false"]), ("compression", ["6"]), ("palette", ["true"]),
                ("lossless", ["true", "false"]), ("effort", ["4"]),
            ],
            request: rendition
        ),
        FieldCombinations(
            name: "crops",
            frame: "",
            fields: [
                ("x", ["0"]), ("y", ["0"]), ("width", ["1"]), ("height", ["1"]), ("aspectRatio", [#""1:1""#]),
                ("gravity", [#""north""#]), ("focalPoint", [#"{"x":0.5,"y":0.5}"#]),
            ],
            request: { operation("crop", $0) }
        ),
        FieldCombinations(
            name: "sizes of operations",
            frame: "",
            fields: [("width", ["1"]), ("height", ["1"]), fits],
            request: { operation("resize", $0) }
        ),
        FieldCombinations(
            name: "watermarks",
            frame: "",
            fields: [
                ("text", [#""a""#]), ("image", [#"{"key":"uploads/a"}"#]), ("color", [##""#123456""##]),
                ("tiled", ["true", "false"]), ("gravity", [#""north""#]), ("margin", ["0.1"]),
            ],
            request: { operation("watermark", $0) }
        ),
        FieldCombinations(
            name: "puzzles beside something else that is wrong",
            frame: "",
            fields: [
                ("rows", ["0", "1", "100", "101", "5000"]), ("columns", ["-1", "1", "50", "5000"]),
                ("width", ["15", "16", "801.0", "16383"]), ("height", ["0", "1600", "1600.5", "16383"]),
            ],
            request: { #"{"source":{"key":"uploads/a"},"tolerant":1,"puzzle":\#($0)}"# }
        ),
    ]

    private static let fits = ("fit", [#""inside""#, #""cover""#, #""contain""#, #""fill""#])

    @Sendable private static func rendition(_ text: String) -> String {
        #"{"source":{"key":"uploads/a"},"renditions":[\#(text)]}"#
    }

    private static func operation(_ name: String, _ text: String) -> String {
        #"{"source":{"key":"uploads/a"},"preset":"gallery","operations":[{"\#(name)":\#(text)}]}"#
    }
}
