extension S3Client {
    /// The keys directly inside a folder: they begin with its path, and no further slash follows.
    ///
    /// - Parameter folder: The folder's path as key, with a slash at its end.
    /// - Returns: The keys in S3's order.
    /// - Throws: When the bucket does not exist or may not be listed.
    package func keys(in folder: S3Location) throws(AWSError) -> [String] {
        var keys: [String] = []
        var token: String?
        repeat {
            let page = try page(of: folder, after: token)
            keys += page.children.filter { $0.name == "Contents" }.compactMap { $0.text(at: ["Key"]) }
            token = page.text(at: ["IsTruncated"]) == "true" ? page.text(at: ["NextContinuationToken"]) : nil
        } while token != nil
        return keys
    }

    private func page(of folder: S3Location, after token: String?) throws(AWSError) -> XMLTree {
        let base = client.configuration.endpoints.baseURL(ofBucket: folder.bucket)
        var call = AWSCall(service: .s3, operation: "ListObjectsV2", method: "GET", url: "\(base)/")
        call.query = [("delimiter", "/"), ("list-type", "2"), ("prefix", folder.key)]
        if let token { call.query.append(("continuation-token", token)) }
        guard let page = XMLTree(parsing: try client.send(call).body) else {
            throw AWSError(.unreadableAnswer, "the list of objects cannot be read").during(call)
        }
        return page
    }
}
