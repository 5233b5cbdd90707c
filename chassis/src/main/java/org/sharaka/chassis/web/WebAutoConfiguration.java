package org.sharaka.chassis.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.DispatcherType;
import org.apache.catalina.core.StandardHost;
import org.sharaka.chassis.id.Ids;
import org.sharaka.chassis.trace.TraceFilter;
import org.sharaka.chassis.web.command.CommandContextArgumentResolver;
import org.sharaka.chassis.web.input.BodyLimit;
import org.sharaka.chassis.web.input.InputArgumentResolver;
import org.sharaka.chassis.web.input.InstantFormatter;
import org.sharaka.chassis.web.page.PageRequestArgumentResolver;
import org.sharaka.chassis.web.problem.ProblemAdvice;
import org.sharaka.chassis.web.problem.ProblemErrorController;
import org.sharaka.chassis.message.Messages;
import org.sharaka.chassis.web.problem.UnreadableRequestValve;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Configures the HTTP interface of a service; part of MVC test slices too.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
@Import({ ProblemAdvice.class, ProblemErrorController.class })
public final class WebAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Messages messages(WebProperties settings) {
		return new Messages(settings.problemBundles());
	}

	/** Replaces Tomcat's own error page. */
	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> unreadableRequests(Messages messages) {
		return (server) -> server.addContextCustomizers((context) -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(UnreadableRequestValve.class.getName());
				host.getPipeline().addValve(new UnreadableRequestValve(messages));
			}
		});
	}

	@Bean
	BodyLimit bodyLimit(WebProperties settings) {
		return new BodyLimit(Math.toIntExact(settings.bodyLimit().toBytes()));
	}

	@Bean
	FilterRegistrationBean<TraceFilter> traceFilter() {
		FilterRegistrationBean<TraceFilter> registration = new FilterRegistrationBean<>(new TraceFilter());
		// after the observation filter, which starts the trace
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		return registration;
	}

	@Bean
	WebMvcConfigurer chassisArguments(BodyLimit bodyLimit, Ids ids) {
		return new WebMvcConfigurer() {
			@Override
			public void addFormatters(FormatterRegistry registry) {
				registry.addFormatter(new InstantFormatter());
			}

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.addAll(List.of(new InputArgumentResolver(bodyLimit), new PageRequestArgumentResolver(),
						new CommandContextArgumentResolver(ids)));
			}
		};
	}

	/** Leaves out absent values, as the schemas of events do. */
	@Bean
	JsonMapperBuilderCustomizer omitNullValues() {
		return (builder) -> builder
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
	}

}
