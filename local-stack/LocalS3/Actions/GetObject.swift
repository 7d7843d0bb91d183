import LocalHTTP
import LocalServiceKit
import LocalStore

/// Reads an object, or a range of it, under conditions.
struct GetObject: S3Action {
    private let read: ObjectRead

    init(_ call: S3Call) throws(ServiceError) {
        read = try ObjectRead(call)
    }

    func perform(_ database: Database, _ files: ObjectFiles) throws(ServiceError) -> HTTPResponse {
        try read.response(database, files)
    }
}
