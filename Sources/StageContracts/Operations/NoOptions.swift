/// The empty object behind the name of an operation that needs nothing more.
struct NoOptions: Encodable {}

extension NoOptions: ReadableObject {
    init?(reading reader: ObjectReader) {}
}
