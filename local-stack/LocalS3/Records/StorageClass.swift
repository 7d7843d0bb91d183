import LocalServiceKit

/// The classes of storage: here all objects lie in the same place.
enum StorageClass {
    /// Those whose objects are read at once.
    private static let immediate: Set<String> = [
        "STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER_IR",
    ]
    /// Those whose objects must be restored before they are read, which is not done here.
    private static let archived: Set<String> = ["GLACIER", "DEEP_ARCHIVE"]

    /// Throws `InvalidStorageClass`, and `NotImplemented` for the archives.
    static func check(_ name: String?) throws(ServiceError) {
        guard let name, !immediate.contains(name) else { return }
        if archived.contains(name) { throw .operationNotImplemented("the storage class \(name)") }
        throw ServiceError("InvalidStorageClass", "The storage class you specified is not valid")
    }
}
