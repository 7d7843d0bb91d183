import PipelineRuntime
import Testing

@Suite struct MetricsRegistryTests {
    @Test func `counts become counters, times histograms, and labels are escaped`() {
        let registry = MetricsRegistry(namespace: "ImageProcessor")
        for _ in 0..<2 {
            registry.record(
                [Metric("Jobs", 1, .count, meaning: "Messages taken")],
                dimensions: ["Stage": "a\"b\\c\n", "Out": "x"],
                properties: [:]
            )
        }
        registry.record([Metric("JobDuration", .milliseconds(250))], dimensions: [:], properties: [:])
        registry.record(
            [Metric("JobDuration", .seconds(7200)), Metric("A", .nan, .count)],
            dimensions: [:],
            properties: [:]
        )
        let lines = registry.text.split(separator: "\n").map(String.init)
        #expect(lines.contains("# HELP image_processor_jobs_total Messages taken, since the process began."))
        #expect(lines.contains("# HELP image_processor_job_duration_seconds JobDuration, in seconds."))
        #expect(lines.contains("# TYPE image_processor_jobs_total counter"))
        #expect(lines.contains(#"image_processor_jobs_total{out="x",stage="a\"b\\c\n"} 2.0"#))
        #expect(lines.contains("# TYPE image_processor_job_duration_seconds histogram"))
        #expect(lines.contains(#"image_processor_job_duration_seconds_bucket{le="0.1"} 0"#))
        #expect(lines.contains(#"image_processor_job_duration_seconds_bucket{le="0.25"} 1"#))
        #expect(lines.contains(#"image_processor_job_duration_seconds_bucket{le="900.0"} 1"#))
        #expect(lines.contains(#"image_processor_job_duration_seconds_bucket{le="+Inf"} 2"#))
        #expect(lines.contains("image_processor_job_duration_seconds_sum 7200.25"))
        #expect(lines.contains("image_processor_job_duration_seconds_count 2"))
    }

    @Test func `nothing measured is an empty page`() {
        #expect(MetricsRegistry(namespace: "A").text == "")
    }
}
