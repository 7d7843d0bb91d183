/// One thing that was done to make an output.
///
/// Written like an operation of a request: an object with the name as its only member. Its options are what was done, not what
/// was asked for: places in pixels, the size that was reached, the quality that was found.
package struct AppliedOperation: Equatable, Sendable {
    /// An operation's name in requests, or that of a step of the pipeline.
    package let name: String
    /// What belongs to it: an object.
    package let options: JSONValue

    /// An operation of the request, done as it was asked for; of an address only what may be shown.
    package init(_ operation: Operation) {
        let written = try? JSONValue(parsing: operation.shown.encodedJSON)
        let member = written?.members?.first
        (name, options) = (member?.key ?? "", member?.value ?? .object([:]))
    }

    private init(_ name: OperationName, _ options: [String: JSONValue]) {
        self.init(name.rawValue, options)
    }

    private init(_ name: String, _ options: [String: JSONValue]) {
        (self.name, self.options) = (name, .object(options))
    }
}

extension AppliedOperation {
    /// The picture was brought upright from an EXIF orientation, 2 to 8; without loss where coefficients were moved.
    package static func orient(_ orientation: Int, lossless: Bool) -> Self {
        Self("orient", ["orientation": .integer(orientation), "lossless": .bool(lossless)])
    }

    /// Colours became sRGB by the source's ICC profile; the profile's own name, if it has one.
    package static func convertProfile(from name: String?) -> Self {
        var options = ["to": JSONValue.string("sRGB")]
        options["from"] = name.map(JSONValue.string)
        return Self("convertProfile", options)
    }

    /// A part was kept.
    package static func crop(x: Int, y: Int, width: Int, height: Int) -> Self {
        Self(.crop, area(x, y, width, height))
    }

    /// A border was cut off; what is left.
    package static func trim(x: Int, y: Int, width: Int, height: Int) -> Self {
        Self(.trim, area(x, y, width, height))
    }

    /// The picture was brought to a size; `fit` says how where its shape changed.
    package static func resize(
        width: Int,
        height: Int,
        fit: Fit?,
        filter: ResizeFilter,
        linearLight: Bool
    ) -> Self {
        var options: [String: JSONValue] = ["width": .integer(width), "height": .integer(height)]
        options["fit"] = fit.map { .string($0.rawValue) }
        options["filter"] = .string(filter.rawValue)
        options["linearLight"] = linearLight ? .bool(true) : nil
        return Self(.resize, options)
    }

    /// Room of a colour was added around the picture, up to a size.
    package static func extend(width: Int, height: Int, background: Color) -> Self {
        Self(
            "extend",
            ["width": .integer(width), "height": .integer(height), "background": .string(background.text)]
        )
    }

    /// Transparent parts were laid on a colour, as the format has no transparency.
    package static func flatten(on color: Color) -> Self {
        Self("flatten", ["color": .string(color.text)])
    }

    /// The file was written: at that quality, or keeping every pixel; a JPEG with that detail of colour, if it has any, a WebP
    /// with that effort.
    package static func encode(
        _ format: ImageFormat,
        quality: Int?,
        chroma: ChromaSubsampling? = nil,
        progressive: Bool = false,
        effort: Int? = nil,
        palette: Bool = false
    ) -> Self {
        var options = ["format": JSONValue.string(format.rawValue)]
        options["quality"] = quality.map(JSONValue.integer)
        options["lossless"] = quality == nil ? .bool(true) : nil
        options["chroma"] = chroma.map { .string($0.rawValue) }
        options["effort"] = effort.map(JSONValue.integer)
        options["progressive"] = progressive ? .bool(true) : nil
        options["palette"] = palette ? .bool(true) : nil
        return Self("encode", options)
    }

    private static func area(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> [String: JSONValue] {
        ["x": .integer(x), "y": .integer(y), "width": .integer(width), "height": .integer(height)]
    }
}

extension AppliedOperation: WireValue {
    package init(from decoder: any Decoder) throws {
        let members = try [String: JSONValue](from: decoder)
        guard let member = members.first, members.count == 1 else {
            let context = DecodingError.Context(
                codingPath: decoder.codingPath,
                debugDescription: "an operation is an object with one member"
            )
            throw DecodingError.dataCorrupted(context)
        }
        (name, options) = (member.key, member.value)
    }

    package func encode(to encoder: any Encoder) throws {
        try [name: options].encode(to: encoder)
    }
}
