import FoundationEssentials

/// A body on its way through a gateway: which media types are binary, and what that means for templates.
struct IntegrationBody {
    let bytes: [UInt8]
    let type: MediaType
    let isBinary: Bool

    init(_ bytes: [UInt8], _ type: MediaType, _ binaryMediaTypes: MediaTypeSet) {
        self.bytes = bytes
        self.type = type
        isBinary = binaryMediaTypes.contains(type)
    }

    /// The body of a request as a mapping template reads it: a binary one in base64, though it may be text (AWS, "Content type
    /// conversions in API Gateway").
    ///
    /// Throws as `text` does.
    func requestText(_ handling: ContentHandling?) throws(GatewayFault) -> String {
        let text = try text(handling)
        return isBinary ? Data(bytes).base64EncodedString() : text
    }

    /// The body as text for a mapping template.
    ///
    /// Throws `GatewayFault` for a binary body that nobody asked to convert: API Gateway cannot transform it either, nor one
    /// without bytes.
    func text(_ handling: ContentHandling?) throws(GatewayFault) -> String {
        guard !isBinary || handling == .toText else {
            throw GatewayFault(
                .configurationError,
                detail: "a mapping template cannot read a body of the binary type \(type.text); "
                    + "set contentHandling to CONVERT_TO_TEXT"
            )
        }
        return String(validating: bytes, as: UTF8.self) ?? Data(bytes).base64EncodedString()
    }

    /// The body as it goes on without a template.
    func passed(_ handling: ContentHandling?) -> [UInt8] {
        switch handling {
        case .toText where isBinary && String(validating: bytes, as: UTF8.self) == nil:
            Array(Data(bytes).base64EncodedString().utf8)
        case .toBinary where !isBinary: Data(base64Encoded: Data(bytes)).map(Array.init) ?? bytes
        default: bytes
        }
    }
}
