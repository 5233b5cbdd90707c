package org.sharaka.meeting;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.sharaka.chassis.command.CommandHandler;
import org.sharaka.chassis.id.Ids;
import org.sharaka.meeting.charity.Charities;
import org.sharaka.meeting.charity.ViewUpdates;
import org.sharaka.meeting.charity.usecase.ResolveAudience;
import org.sharaka.meeting.invitation.Invitation;
import org.sharaka.meeting.invitation.InvitationEvent;
import org.sharaka.meeting.invitation.Invitations;
import org.sharaka.meeting.invitation.IssuingRuns;
import org.sharaka.meeting.invitation.usecase.AnswerInvitation;
import org.sharaka.meeting.invitation.usecase.InviteAudience;
import org.sharaka.meeting.invitation.usecase.IssueInvitations;
import org.sharaka.meeting.invitation.usecase.LostStandingSweep;
import org.sharaka.meeting.invitation.usecase.WithdrawOnLostStanding;
import org.sharaka.meeting.meeting.Meeting;
import org.sharaka.meeting.meeting.MeetingEvent;
import org.sharaka.meeting.meeting.MeetingInvitations;
import org.sharaka.meeting.meeting.Meetings;
import org.sharaka.meeting.meeting.usecase.CancelMeeting;
import org.sharaka.meeting.meeting.usecase.CorrectMeeting;
import org.sharaka.meeting.meeting.usecase.RescheduleMeeting;
import org.sharaka.meeting.meeting.usecase.ScheduleMeeting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** The use cases, which do not know Spring, and what runs in the background. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MeetingConfiguration {

	@Bean
	ViewUpdates viewUpdates(@Value("${sharaka.meeting.catch-up}") Duration maxWait) {
		return new ViewUpdates(maxWait);
	}

	@Bean
	ResolveAudience resolveAudience(Charities charities, ViewUpdates viewUpdates) {
		return new ResolveAudience(charities, viewUpdates);
	}

	@Bean
	CommandHandler<Meeting, MeetingEvent> meetingHandler(Meetings meetings) {
		return new CommandHandler<>(meetings);
	}

	@Bean
	ScheduleMeeting scheduleMeeting(CommandHandler<Meeting, MeetingEvent> handler, MeetingInvitations invitations,
			Clock clock) {
		return new ScheduleMeeting(handler, invitations, clock);
	}

	@Bean
	RescheduleMeeting rescheduleMeeting(CommandHandler<Meeting, MeetingEvent> handler, MeetingInvitations invitations,
			Clock clock) {
		return new RescheduleMeeting(handler, invitations, clock);
	}

	@Bean
	CorrectMeeting correctMeeting(CommandHandler<Meeting, MeetingEvent> handler, Clock clock) {
		return new CorrectMeeting(handler, clock);
	}

	@Bean
	CancelMeeting cancelMeeting(CommandHandler<Meeting, MeetingEvent> handler, Clock clock) {
		return new CancelMeeting(handler, clock);
	}

	@Bean
	CommandHandler<Invitation, InvitationEvent> invitationHandler(Invitations invitations) {
		return new CommandHandler<>(invitations);
	}

	@Bean
	WithdrawOnLostStanding withdrawOnLostStanding(Charities charities, Meetings meetings, Invitations invitations,
			CommandHandler<Invitation, InvitationEvent> handler, Ids ids, Clock clock) {
		return new WithdrawOnLostStanding(charities, meetings, invitations, handler, ids, clock);
	}

	@Bean
	AnswerInvitation answerInvitation(Meetings meetings, Charities charities,
			CommandHandler<Invitation, InvitationEvent> handler, WithdrawOnLostStanding standing, Clock clock) {
		return new AnswerInvitation(meetings, charities, handler, standing, clock);
	}

	@Bean
	IssueInvitations issueInvitations(IssuingRuns runs, Meetings meetings, Charities charities, Invitations invitations,
			CommandHandler<Invitation, InvitationEvent> handler, WithdrawOnLostStanding standing, Clock clock) {
		return new IssueInvitations(runs, meetings, charities, invitations, handler, standing, clock);
	}

	/** Interrupted on shutdown: the next instance resumes what is not finished. */
	@Bean(destroyMethod = "shutdownNow")
	ExecutorService issuingExecutor() {
		return Executors.newSingleThreadExecutor(Thread.ofPlatform().name("issuing").factory());
	}

	@Bean
	InviteAudience inviteAudience(Meetings meetings, Invitations invitations, IssuingRuns runs,
			IssueInvitations issuing, WithdrawOnLostStanding standing, ExecutorService issuingExecutor, Clock clock) {
		return new InviteAudience(meetings, invitations, runs, issuing, standing, issuingExecutor, clock);
	}

	@Bean
	LostStandingSweep lostStandingSweep(Charities charities, WithdrawOnLostStanding standing) {
		return new LostStandingSweep(charities, standing);
	}

	@Bean
	SchedulingConfigurer backgroundTasks(LostStandingSweep sweep, IssueInvitations issuing) {
		return (tasks) -> {
			tasks.addFixedDelayTask(new FixedDelayTask(sweep::run, Duration.ofMinutes(10), Duration.ofSeconds(5)));
			tasks.addFixedDelayTask(
					new FixedDelayTask(issuing::continueAll, Duration.ofSeconds(1), Duration.ofSeconds(2)));
		};
	}

}
