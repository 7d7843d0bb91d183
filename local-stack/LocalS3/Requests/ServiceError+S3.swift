import LocalServiceKit

// The errors that S3 documents ("Error responses", Amazon S3 API reference), with its texts. Further elements of the
// document, such as the bucket's name, are the error's members.
extension ServiceError {
    static let accessDenied = ServiceError("AccessDenied", "Access Denied", status: 403)
    static let badContentMD5 = ServiceError(
        "BadDigest",
        "The Content-MD5 you specified did not match what we received."
    )
    static let corsNotEnabled = ServiceError(
        "AccessForbidden",
        "CORSResponse: CORS is not enabled for this bucket.",
        status: 403
    )
    static let entityTooSmall = ServiceError(
        "EntityTooSmall",
        "Your proposed upload is smaller than the minimum allowed size"
    )
    static let entityTooLarge = ServiceError(
        "EntityTooLarge",
        "Your proposed upload exceeds the maximum allowed size"
    )
    static let incompleteBody = ServiceError("IncompleteBody", "The request body terminated unexpectedly")
    static let invalidDigest = ServiceError("InvalidDigest", "The Content-MD5 you specified was invalid.")
    static let invalidPart = ServiceError(
        "InvalidPart",
        "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified "
            + "entity tag may not match the part's entity tag."
    )
    static let invalidPartOrder = ServiceError(
        "InvalidPartOrder",
        "The list of parts was not in ascending order. Parts must be ordered by part number."
    )
    static let invalidURI = ServiceError("InvalidURI", "Couldn't parse the specified URI.")
    static let keyTooLong = ServiceError("KeyTooLongError", "Your key is too long")
    static let malformedXML = ServiceError(
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema"
    )
    static let malformedTrailer = ServiceError(
        "MalformedTrailerError",
        "The request contained trailing data that was not well-formed or did not conform to our published schema."
    )
    static let metadataTooLarge = ServiceError(
        "MetadataTooLarge",
        "Your metadata headers exceed the maximum allowed metadata size"
    )
    static let methodNotAllowed = ServiceError(
        "MethodNotAllowed",
        "The specified method is not allowed against this resource.",
        status: 405
    )
    static let missingContentLength = ServiceError(
        "MissingContentLength",
        "You must provide the Content-Length HTTP header.",
        status: 411
    )
    static let noSuchUpload = ServiceError(
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or "
            + "completed.",
        status: 404
    )
    static let payloadMismatch = ServiceError(
        "XAmzContentSHA256Mismatch",
        "The provided 'x-amz-content-sha256' header does not match what was computed."
    )
    static let signatureMismatch = ServiceError(
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your key and signing "
            + "method.",
        status: 403
    )

    static func badChecksum(_ algorithm: ChecksumAlgorithm) -> ServiceError {
        ServiceError(
            "BadDigest",
            "The \(algorithm.rawValue) you specified did not match the calculated checksum."
        )
    }

    static func bucketNotEmpty(_ bucket: String) -> ServiceError {
        ServiceError(
            "BucketNotEmpty",
            "The bucket you tried to delete is not empty",
            status: 409,
            members: ["BucketName": bucket]
        )
    }

    static func invalidArgument(_ message: String, name: String, value: String?) -> ServiceError {
        var members = ["ArgumentName": name]
        members["ArgumentValue"] = value
        return ServiceError("InvalidArgument", message, members: members)
    }

    static func invalidBucketName(_ name: String) -> ServiceError {
        ServiceError("InvalidBucketName", "The specified bucket is not valid.", members: ["BucketName": name])
    }

    static func invalidRequest(_ message: String) -> ServiceError {
        ServiceError("InvalidRequest", message)
    }

    static func missingHeader(_ name: String) -> ServiceError {
        .invalidRequest("Missing required header for this request: \(name)")
    }

    static func noSuchBucket(_ bucket: String) -> ServiceError {
        ServiceError(
            "NoSuchBucket",
            "The specified bucket does not exist",
            status: 404,
            members: ["BucketName": bucket]
        )
    }

    static func noSuchKey(_ key: String) -> ServiceError {
        ServiceError("NoSuchKey", "The specified key does not exist.", status: 404, members: ["Key": key])
    }

    static func noSuchVersion(_ key: String) -> ServiceError {
        ServiceError(
            "NoSuchVersion",
            "The specified version does not exist.",
            status: 404,
            members: ["Key": key]
        )
    }

    static func headerNotImplemented(_ header: String) -> ServiceError {
        ServiceError(
            "NotImplemented",
            "A header you provided implies functionality that is not implemented",
            status: 501,
            members: ["Header": header]
        )
    }

    static func operationNotImplemented(_ name: String) -> ServiceError {
        ServiceError(
            "NotImplemented",
            "The local stack does not implement \(name).",
            status: 501,
            members: ["Operation": name]
        )
    }

    static func preconditionFailed(_ condition: String) -> ServiceError {
        ServiceError(
            "PreconditionFailed",
            "At least one of the pre-conditions you specified did not hold",
            status: 412,
            members: ["Condition": condition]
        )
    }
}
