import Testing

@testable import PipelineRuntime

@Suite struct `Endpoints` {
    @Test(arguments: [
        ("photos", "https://photos.s3.eu-west-1.amazonaws.com"),
        ("my-photos-1", "https://my-photos-1.s3.eu-west-1.amazonaws.com"),
        ("my.photos", "https://s3.eu-west-1.amazonaws.com/my.photos"),
        ("Photos", "https://s3.eu-west-1.amazonaws.com/Photos"),
        ("a?b", "https://s3.eu-west-1.amazonaws.com/a%3Fb"),
        ("-a-", "https://s3.eu-west-1.amazonaws.com/-a-"),
    ])
    func `AWS has a bucket in the host name where the name fits`(bucket: String, url: String) {
        #expect(AWSEndpoints(region: "eu-west-1").baseURL(ofBucket: bucket) == url)
    }

    @Test func `another store has a bucket in the path`() {
        let endpoints = AWSEndpoints(region: "eu-west-1", custom: [.s3: "http://localhost:4566"])
        #expect(endpoints.baseURL(ofBucket: "photos") == "http://localhost:4566/photos")
    }
}
