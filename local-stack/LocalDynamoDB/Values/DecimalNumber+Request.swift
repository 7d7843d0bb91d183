import LocalServiceKit

extension DecimalNumber {
    /// Reads a number of a request; throws DynamoDB's own error for what it does not store.
    init(_ text: String) throws(ServiceError) {
        do throws(NumberError) {
            self = try DecimalNumber(parsing: text)
        } catch {
            throw .unstorable(error)
        }
    }
}
