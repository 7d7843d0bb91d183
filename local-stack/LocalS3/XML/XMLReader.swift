import Foundation
import FoundationXML
import LocalServiceKit

/// Reads the XML documents that clients send, by Foundation's `XMLParser`.
enum XMLReader {
    /// The root element; throws `MalformedXML` for what is no document or declares a document type.
    static func read(_ bytes: [UInt8]) throws(ServiceError) -> XMLTree {
        // A document type could define entities that expand to gigabytes or name files.
        // UTF-8 only: in another encoding one would not be seen.
        guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0),
            !text.contains("<!DOCTYPE"), !text.contains("<!ENTITY")
        else { throw .malformedXML }
        let builder = TreeBuilder()
        let parser = XMLParser(data: Data(bytes))
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        parser.delegate = builder
        guard parser.parse(), let root = builder.root, ends(text, with: root) else { throw .malformedXML }
        return root
    }

    /// Whether the root's end is the document's: the parser does not look at what follows it.
    private static func ends(_ text: String, with root: XMLTree) -> Bool {
        let tags = text.split(separator: "<", omittingEmptySubsequences: false).dropFirst()
        let elements = tags.filter { !$0.hasPrefix("?") && !$0.hasPrefix("!") }
        guard let last = tags.last?.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false),
            last.count == 2, last[1].allSatisfy(\.isWhitespace)
        else { return false }
        if last[0].hasSuffix("/") { return elements.count == 1 }
        let name = last[0].dropFirst().split(separator: ":").last?.prefix { !$0.isWhitespace }
        return last[0].hasPrefix("/") && name.map(String.init) == root.name
    }
}

/// Builds the tree while the parser reads; whitespace between elements is left out.
private final class TreeBuilder: NSObject, XMLParserDelegate {
    private(set) var root: XMLTree?
    private var open: [XMLTree] = []
    /// None of S3's documents is deeper than four elements.
    private static let maximumDepth = 16

    func parser(
        _ parser: XMLParser,
        didStartElement elementName: String,
        namespaceURI: String?,
        qualifiedName qName: String?,
        attributes attributeDict: [String: String]
    ) {
        open.append(XMLTree(elementName, ""))
        if open.count > Self.maximumDepth { parser.abortParsing() }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text += string
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
    }

    func parser(
        _ parser: XMLParser,
        didEndElement elementName: String,
        namespaceURI: String?,
        qualifiedName qName: String?
    ) {
        guard var element = open.popLast() else { return }
        if !element.children.isEmpty { element.text = "" }
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }
}
