/** What every operation of every room owes its callers, made from the contract: a new one is covered the day it is written. */
package io.litemaas.suite.contract;
