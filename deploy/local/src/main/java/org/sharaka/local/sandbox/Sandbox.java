package org.sharaka.local.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.sharaka.local.sandbox.email.SmtpServer;
import org.sharaka.local.sandbox.sms.SmsCentre;
import org.sharaka.local.sandbox.web.WebServer;

/**
 * A mail server, an SMS centre and a page that shows what they were given. Nothing leaves
 * this machine.
 */
public final class Sandbox implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Sandbox.class);

	private final SmtpServer smtp;

	private final SmsCentre smpp;

	private final WebServer web;

	public Sandbox(SandboxSettings settings, Clock clock) throws IOException {
		InetAddress address = InetAddress.getByName(settings.address());
		Faults faults = new Faults();
		Messages messages = new Messages(settings.mostMessages(), settings.mostBytes());
		this.smtp = new SmtpServer(address, settings.smtpPort(), settings.smtpLogin(), faults, messages, clock);
		this.smpp = new SmsCentre(address, settings.smppPort(), settings.smppLogin(), faults, messages, clock);
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
		log.info("Takes mail on port {} and SMPP on port {}, shows both on http://localhost:{}", sandbox.smtpPort(),
				sandbox.smppPort(), sandbox.httpPort());
	}

}
