import PipelineRuntime
import Testing

@Suite struct MetricsWriterTests {
    private let output = CollectedLines()

    private func writer() -> MetricsWriter {
        MetricsWriter(namespace: "ImageProcessor", output: output, clock: FixedClock())
    }

    @Test func `a line has the members that CloudWatch's specification asks for`() {
        writer().record(
            [Metric("Duration", .milliseconds(12)), Metric("Bytes", 2048, .bytes)],
            dimensions: ["Stage": "preprocess"],
            properties: ["requestId": "r-1"]
        )
        #expect(
            output.lines == [
                #"{"Bytes":2048,"Duration":12,"Stage":"preprocess","_aws":{"CloudWatchMetrics":[{"Dimensions":[["Stage"]],"#
                    + #""Metrics":[{"Name":"Duration","Unit":"Milliseconds"},{"Name":"Bytes","Unit":"Bytes"}],"#
                    + #""Namespace":"ImageProcessor"}],"Timestamp":1769860800000},"requestId":"r-1"}"#
            ]
        )
    }

    @Test func `values without a finite number are left out, and nothing is written without values`() {
        writer().record([Metric("A", .nan, .count), Metric("B", .infinity, .count)])
        writer().record([])
        #expect(output.lines == [])
    }

    @Test func `more than a hundred values take further lines`() throws {
        writer().record((0..<250).map { Metric("m\($0)", Double($0), .count) })
        let counts = try output.lines.map { line in
            let metrics = try JSONObject(parsing: line)["_aws"]?["CloudWatchMetrics"]?[0]?["Metrics"]
            guard case .list(let list) = metrics else { return 0 }
            return list.count
        }
        #expect(counts == [100, 100, 50])
    }

    @Test func `no more than thirty dimensions are written`() throws {
        let dimensions = Dictionary(uniqueKeysWithValues: (10..<50).map { ("d\($0)", "x") })
        writer().record([Metric("m", 1, .count)], dimensions: dimensions)
        let set = try JSONObject(parsing: output.lines[0])["_aws"]?["CloudWatchMetrics"]?[0]?["Dimensions"]?[
            0
        ]
        #expect(set == .list((10..<40).map { .string("d\($0)") }))
    }
}
