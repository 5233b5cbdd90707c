package org.sharaka.registry;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Owns the register of charities. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "Sharaka: registry-service", version = "1",
		description = "The register of charities: applications, decisions, contacts and history."))
public class RegistryServiceApplication {

	public static void main(String[] args) {
		SpringApplication.run(RegistryServiceApplication.class, args);
	}

}
