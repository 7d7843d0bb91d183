import Synchronization
import Testing

@testable import LocalStack

struct MetricsTests {
    private static func line(
        _ values: String,
        dimensions: String = #"[["Stage"]]"#,
        unit: String = "Count"
    ) -> String {
        #"{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"My App","Dimensions":\#(dimensions),"#
            + #""Metrics":[{"Name":"JobRuns","Unit":"\#(unit)"}]}]},"Stage":"a\"b\\c","JobRuns":\#(values)}"#
    }

    private static func page(_ lines: String...) -> [String] {
        let store = MetricsStore()
        for line in lines { EmbeddedMetrics(line: Array(line.utf8)).map(store.add) }
        return store.page.split(separator: "\n").map(String.init)
    }

    @Test func `counts become a counter with the finest dimensions`() {
        let page = Self.page(Self.line("2", dimensions: #"[[],["Stage"]]"#), Self.line("[1, 4]"))
        #expect(
            page == [
                "# HELP my_app_job_runs_total Job runs, counted since the stack was started; from the functions' logs.",
                "# TYPE my_app_job_runs_total counter",
                #"my_app_job_runs_total{stage="a\"b\\c"} 7.0"#,
            ]
        )
    }

    @Test func `times become a histogram in seconds`() {
        let page = Self.page(Self.line("250", dimensions: "[[]]", unit: "Milliseconds"))
        #expect(page.contains(#"my_app_job_runs_seconds_bucket{le="0.1"} 0"#))
        #expect(page.contains(#"my_app_job_runs_seconds_bucket{le="0.25"} 1"#))
        #expect(page.contains(#"my_app_job_runs_seconds_bucket{le="+Inf"} 1"#))
        #expect(page[0] == "# HELP my_app_job_runs_seconds Job runs, in seconds; from the functions' logs.")
        #expect(page.suffix(2) == ["my_app_job_runs_seconds_sum 0.25", "my_app_job_runs_seconds_count 1"])
    }

    @Test(arguments: [
        [("Latency", "Seconds"), ("LatencySeconds", "None")],
        [("LatencySeconds", "None"), ("Latency", "Seconds")],
        [("Size", "Bytes"), ("SizeBytes", "Percent")], [("JobsTotal", "None"), ("Jobs", "Count")],
    ])
    func `a name keeps the unit that it had first, and the other is told of once`(
        metrics: [(name: String, unit: String)]
    ) {
        let complaints = Mutex<[String]>([])
        let store = MetricsStore { complaint in complaints.withLock { $0.append(complaint) } }
        func add(_ index: Int) {
            let sample = EmbeddedMetrics.Sample(
                namespace: "N",
                name: metrics[index].name,
                unit: metrics[index].unit,
                dimensions: [:],
                values: [1]
            )
            store.add(EmbeddedMetrics(samples: [sample]))
        }
        add(0)
        let page = store.page
        #expect(!page.isEmpty)
        add(1)
        add(1)
        #expect(store.page == page)
        #expect(complaints.withLock { $0.count } == 1)
    }

    @Test(arguments: [
        "START RequestId: 1", "{", #"{"message":"CloudWatchMetrics"}"#, #"{"_aws":{"CloudWatchMetrics":7}}"#,
        #"{"_aws":{"CloudWatchMetrics":[{"Namespace":"A","Dimensions":[["B"]],"Metrics":[{"Name":"C"}]}]},"C":1}"#,
        #"{"_aws":{"CloudWatchMetrics":[{"Namespace":"A","Dimensions":[[]],"Metrics":[{"Name":"C"}]}]},"C":"1"}"#,
        #"{"_aws":{"CloudWatchMetrics":[{"Namespace":"A","Dimensions":[[]],"Metrics":[{"Name":"C"}]}]}}"#,
    ])
    func `what is no metric is left alone`(line: String) {
        #expect(EmbeddedMetrics(line: Array(line.utf8))?.samples.isEmpty ?? true)
    }
}
