import Foundation
import LocalHTTP

@testable import LocalS3

/// What S3 answered, with the bytes of a file read.
struct S3Answer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: [UInt8]

    init(_ response: HTTPResponse) throws {
        status = response.status
        headers = response.headers
        switch response.body {
        case .bytes(let bytes): body = bytes
        case .file(let path, let offset, let count):
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            body = Array(bytes[offset..<(offset + count)])
        case .stream: body = []
        }
    }

    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The status, with the code of an error.
    var outcome: String { code.map { "\(status) \($0)" } ?? String(status) }

    /// The code of an error; nil where the body is none.
    var code: String? {
        guard let tree = try? XMLReader.read(body), tree.name == "Error" else { return nil }
        return tree["Code"]?.text
    }

    /// The text of the first element of that name, at any depth.
    func text(of name: String) -> String? {
        texts(of: name).first
    }

    /// The texts of all elements of that name, at any depth.
    func texts(of name: String) -> [String] {
        guard let tree = try? XMLReader.read(body) else { return [] }
        return Self.texts(of: name, in: tree)
    }

    private static func texts(of name: String, in tree: XMLTree) -> [String] {
        (tree.name == name ? [tree.text] : []) + tree.children.flatMap { texts(of: name, in: $0) }
    }
}
