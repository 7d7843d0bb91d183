import LocalServiceKit

extension [ResourceTag] {
    /// The values by their keys; throws SNS's own error where a key is there twice.
    func byKeyForSNS() throws(ServiceError) -> [String: String] {
        do throws(DuplicateTag) {
            return try byKey()
        } catch {
            throw .invalidSNSParameter("Duplicated keys are not allowed.")
        }
    }
}
