package org.sharaka.meeting;

import java.util.concurrent.TimeUnit;

import org.sharaka.meeting.meeting.StandingAudit;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs the audit soon after each start and then now and then. */
@Component
@EnableScheduling
class StandingAuditSchedule {

	private final StandingAudit audit;

	StandingAuditSchedule(StandingAudit audit) {
		this.audit = audit;
	}

	@Scheduled(initialDelay = 5, fixedDelay = 600, timeUnit = TimeUnit.SECONDS)
	void run() {
		this.audit.run();
	}

}
