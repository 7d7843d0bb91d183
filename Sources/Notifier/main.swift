import PipelineStage

StageProcess.run(NotifyStage.self)
