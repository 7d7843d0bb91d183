package import LocalStore

/// Why a service cannot begin.
package enum ServiceStartError: Error {
    /// Its tables cannot be used.
    case store(StoreError)
    /// What it keeps beside the tables cannot be used, such as the folder of the objects' files.
    case service(ServiceError)

    /// What stands in the way, for the operator.
    package var reason: String {
        switch self {
        case .store(let error): "\(error)"
        case .service(let error): error.message
        }
    }
}
