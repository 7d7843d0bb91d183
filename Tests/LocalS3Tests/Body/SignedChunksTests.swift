import LocalHTTP
import Testing

@testable import LocalS3
@testable import LocalServiceKit

/// The examples of "Transferring payload in multiple chunks" and "Including trailing headers" in the Amazon S3 API
/// reference: 65 KB of the letter a.
@Suite struct `AWS's published examples of signed chunks` {
    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let request: String
        let chunks: [String]
        let trailer: String
    }

    private static let plain = Example(
        testDescription: "without a trailer",
        request: "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
        chunks: [
            "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
            "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
            "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
        ],
        trailer: ""
    )
    private static let trailing = Example(
        testDescription: "with a trailer",
        request: "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
        chunks: [
            "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
            "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
            "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
        ],
        trailer: "x-amz-checksum-crc32c:sOO8/Q==\r\n"
            + "x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n"
    )

    private static let payload = [UInt8](repeating: UInt8(ascii: "a"), count: 66_560)

    @Test(arguments: [plain, trailing], [Pieces.whole, .bytes, .random(seed: 1)])
    func `AWS's examples of signed chunks are accepted`(example: Example, pieces: Pieces) throws {
        #expect(try decode(Self.body(example), example, in: pieces) == Self.payload)
    }

    @Test(arguments: [plain, trailing])
    func `are refused with another byte`(example: Example) throws {
        var body = Self.body(example)
        body[70_000 - 3_400] = UInt8(ascii: "b")
        #expect(failure(of: body, example) == "SignatureDoesNotMatch")
    }

    @Test(arguments: [plain, trailing], 0..<3)
    func `are refused with another signature`(example: Example, index: Int) throws {
        var chunks = example.chunks
        chunks[index] = String(chunks[index].reversed())
        let other = Example(
            testDescription: "",
            request: example.request,
            chunks: chunks,
            trailer: example.trailer
        )
        #expect(failure(of: Self.body(other), example) == "SignatureDoesNotMatch")
    }

    @Test func `are refused with another trailer`() throws {
        let text = String(decoding: Self.body(Self.trailing), as: UTF8.self)
        let changed = text.replacing("sOO8/Q==", with: "AAAAAA==")
        #expect(failure(of: Array(changed.utf8), Self.trailing) == "SignatureDoesNotMatch")
        let unsigned = text.replacing(#/x-amz-trailer-signature:[0-9a-f]*\r\n/#, with: "")
        #expect((try? decode(Array(unsigned.utf8), Self.trailing, in: .whole)) == nil)
    }

    @Test func `are refused without a signature`() throws {
        let text = String(decoding: Self.body(Self.plain), as: UTF8.self)
        let unsigned = text.replacing(#/;chunk-signature=[0-9a-f]*/#, with: "")
        #expect(failure(of: Array(unsigned.utf8), Self.plain) == "InvalidRequest")
    }

    private static func body(_ example: Example) -> [UInt8] {
        var body: [UInt8] = []
        var rest = payload[...]
        for (size, signature) in zip([65_536, 1024, 0], example.chunks) {
            body += Array("\(String(size, radix: 16));chunk-signature=\(signature)\r\n".utf8)
            body += rest.prefix(size)
            rest = rest.dropFirst(size)
            if size > 0 { body += Array("\r\n".utf8) }
        }
        return body + Array((example.trailer + "\r\n").utf8)
    }

    private func failure(of body: [UInt8], _ example: Example) -> String? {
        do throws(ServiceError) {
            _ = try decode(body, example, in: .whole)
            return nil
        } catch {
            return error.code
        }
    }

    private func decode(
        _ body: [UInt8],
        _ example: Example,
        in pieces: Pieces
    ) throws(ServiceError) -> [UInt8] {
        var decoder = AWSChunkedDecoder(
            isSigned: true,
            hasTrailer: !example.trailer.isEmpty,
            signer: try Self.signer(example)
        )
        var decoded: [UInt8] = []
        for piece in pieces.of(body) {
            try Array(piece).withUnsafeBufferPointer { bytes throws(ServiceError) in
                try decoder.decode(UnsafeRawBufferPointer(bytes)) { part in decoded += Array(part) }
            }
        }
        guard decoder.isAtEnd else { throw .incompleteBody }
        return decoded
    }

    private static func signer(_ example: Example) throws(ServiceError) -> ChunkSigner {
        let authorization =
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
            + "SignedHeaders=host,Signature=\(example.request)"
        do throws(AuthenticationError) {
            let signature = try SignatureV4(header: authorization, ["X-Amz-Date": "20130524T000000Z"])
            let key = SigningKey(
                secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                day: signature.day,
                region: signature.region,
                service: signature.service
            )
            return ChunkSigner(key: key, signature)
        } catch {
            throw .internalFailure(error)
        }
    }
}
