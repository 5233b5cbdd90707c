package org.sharaka.local.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.sharaka.local.sandbox.email.SmtpServer;
import org.sharaka.local.sandbox.fault.Faults;
import org.sharaka.local.sandbox.message.MessageStore;
import org.sharaka.local.sandbox.settings.SandboxSettings;
import org.sharaka.local.sandbox.sms.SmscServer;
import org.sharaka.local.sandbox.web.WebServer;

/**
 * A mail server, an SMS centre, and a web page that shows the messages they received.
 * Nothing leaves this machine.
 */
public final class Sandbox implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Sandbox.class);

	private final SmtpServer smtp;

	private final SmscServer smpp;

	private final WebServer web;

	public Sandbox(SandboxSettings settings, Clock clock) throws IOException {
		InetAddress address = InetAddress.getByName(settings.address());
		Faults faults = new Faults();
		MessageStore messages = new MessageStore(settings.maxMessages(), settings.maxBytes());
		this.smtp = new SmtpServer(address, settings.smtpPort(), settings.smtpLogin(), faults, messages, clock);
		this.smpp = new SmscServer(address, settings.smppPort(), settings.smppLogin(), faults, messages, clock);
		this.web = new WebServer(new InetSocketAddress(address, settings.httpPort()), messages, faults);
	}

	public int smtpPort() {
		return this.smtp.port();
	}

	public int smppPort() {
		return this.smpp.port();
	}

	public int httpPort() {
		return this.web.port();
	}

	@Override
	public void close() {
		this.web.close();
		this.smtp.close();
		this.smpp.close();
	}

	public static void main(String[] args) throws IOException {
		Sandbox sandbox = new Sandbox(SandboxSettings.from(System.getenv()), Clock.systemUTC());
		Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "close"));
		log.info("Accepting mail on port {} and SMPP on port {}; messages are shown at http://localhost:{}",
				sandbox.smtpPort(), sandbox.smppPort(), sandbox.httpPort());
	}

}
