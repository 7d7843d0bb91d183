import PipelineStage

StageProcess.run(ProcessStage.self)
